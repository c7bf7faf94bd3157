import { FILES, topicPath } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import { originOf } from "../../content/publication.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { editionLabels, editionTitle } from "../parts/edition.ts";
import { tellLabels } from "../parts/labels.ts";
import type { LinkView } from "../parts/link.ts";
import type { Shell } from "../shell.ts";

const MOST_EDITIONS = 20;

/** A list of links below its title. */
interface Section {
  readonly title: string;
  readonly links: readonly LinkView[];
}

/** A text in which no sign is one of Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}

/** The publication for language models, as Markdown (llmstxt.org): its name and motto, and what there is to read. */
const llms = definePages("llms", {
  view({ path, setting, around }: Given<{ readonly sections: readonly Section[] }, unknown>) {
    const { publication } = setting;
    const sections = around.sections.flatMap(({ title, links }) => [
      `## ${escapeMarkdown(title)}`,
      links.map(({ href, text }) => `- [${escapeMarkdown(text)}](${originOf(publication)}${href})`).join("\n"),
    ]);
    const { name, tagline } = publication;
    const head = [`# ${escapeMarkdown(name)}`, ...(tagline === undefined ? [] : [`> ${escapeMarkdown(tagline)}`])];
    return { textFiles: [{ path, text: `${[...head, ...sections].join("\n\n")}\n` }] };
  },
});

/** The file by which a language model finds its way; the editions are given the oldest first. */
export function listLlms(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page {
  const { publication, vocabularies } = site;
  const m = messagesOf(publication);
  const at = (path: string, text: string): LinkView => ({ href: publication.base + path, text });
  const published = editions.filter(({ status }) => status === "published");
  const latest = published.slice(-MOST_EDITIONS).reverse();
  const covered = new Set(published.flatMap(({ stories }) => stories.flatMap(({ topic }) => topic ?? [])));
  const sections = [
    {
      title: m.notFound.latest,
      links: latest.map((edition) =>
        at(edition.path, tellLabels(editionTitle(site, edition).whole, editionLabels(edition, m), m)),
      ),
    },
    { title: m.pages.topics, links: [...covered].map((id) => at(topicPath(id), vocabularies.topics[id]?.name ?? id)) },
    { title: m.page.navigation, links: shell.navigation },
    { title: m.page.colophon, links: shell.colophon },
  ];
  return llms(FILES.languageModels, { sections: sections.filter(({ links }) => links.length > 0) });
}
