import { apiEditionPath, FILES, PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { formatIso } from "../../content/time/calendar.ts";
import { jsonFile, type TextFile } from "../files/text-file.ts";
import { definePages, defineWhole, type Given, type Page } from "../page.ts";
import { levelsOf, mostAutomated } from "../parts/ai.ts";
import { editionProgrammes, editionTitle, lastEditionChange } from "../parts/edition.ts";
import { API_VERSION, editionDocument, indexDocument, type IndexDocument, schemaOf } from "./documents.ts";

const indexFile = definePages("api-index", {
  view({ setting, path, around }: Given<{ readonly editions: IndexDocument["editions"] }, unknown>) {
    const { name, url, language } = setting.publication;
    const document: IndexDocument = {
      $schema: url + FILES.apiIndexSchema,
      version: API_VERSION,
      publication: { name, url: url + PAGES.home, language },
      editions: around.editions,
    };
    return { textFiles: [jsonFile(path, document)] };
  },
});

const schemaFile = defineWhole<TextFile>("textFiles");

/** The list of all editions that the API has, and the schemas of its documents; nothing where it is off. The editions are given the oldest first. */
export function listApiFiles(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { url, zone, api } = site.publication;
  if (!api) return [];
  const listed = editions.map((edition): IndexDocument["editions"][number] => ({
    id: edition.identity,
    url: url + edition.path,
    json: url + apiEditionPath(edition.identity),
    title: editionTitle(site, edition).whole,
    slot: edition.slot.id,
    date: edition.dateline.date,
    published: formatIso(edition.publish, zone),
    updated: formatIso(lastEditionChange(edition), zone),
    ai: mostAutomated(levelsOf(edition)),
    paid: editionProgrammes(edition).length > 0,
    stories: edition.stories.length,
  }));
  const schema = (path: string, document: typeof editionDocument | typeof indexDocument) =>
    schemaFile(jsonFile(path, schemaOf(document, url + path)));
  return [
    indexFile(FILES.apiIndex, { editions: listed.reverse() }),
    schema(FILES.apiIndexSchema, indexDocument),
    schema(FILES.apiEditionSchema, editionDocument),
  ];
}
