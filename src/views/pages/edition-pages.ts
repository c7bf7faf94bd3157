import type { StoryOutline } from "../../content/outline.ts";
import { viewEditionApi } from "../api/edition-api.ts";
import { listChapterFiles } from "../feeds/podcast.ts";
import { type Others, viewEditionPage } from "./edition-page.ts";
import type { Onward } from "../onward.ts";
import { definePages, type Given, type Loaded, type Page } from "../page.ts";
import { listShown } from "../pictures.ts";
import { listHeard } from "../recordings/copies.ts";
import { viewStoryPages } from "./story-page.ts";

/** What an edition's pages show besides its texts. */
export interface EditionAround extends Others {
  /** Where each of its stories leads, by identity. */
  readonly onward: Readonly<Record<string, Onward<StoryOutline>>>;
}

const NOWHERE: Onward<StoryOutline> = { thread: undefined, related: [] };

const editionPages = definePages("edition", {
  view({ around, texts: [loaded], ...common }: Given<EditionAround, Loaded>) {
    if (!loaded) throw new Error(`${common.path} has no text`);
    const { site, edition } = loaded;
    const editions = [viewEditionPage(common, site, edition, around)];
    const stories = viewStoryPages(common, site, edition, (identity) => around.onward[identity] ?? NOWHERE);
    const cards = [...editions, ...stories].flatMap(({ card }) => card ?? []);
    const apiEditions = site.publication.api ? [viewEditionApi(site, edition)] : [];
    const beside = { pictures: listShown(loaded), recordings: listHeard(loaded), textFiles: listChapterFiles(loaded) };
    return { editions, stories, apiEditions, cards, ...beside };
  },
});

/** The pages of a visible edition and its stories with their cards and pictures: they share their texts. */
export function listEditionPages(identity: string, path: string, around: EditionAround): Page {
  return editionPages(path, around, [{ edition: identity }]);
}

/** Whether a page is of an edition's texts, which stand in it whole. */
export function isEditionPage({ kind }: Pick<Page, "kind">): boolean {
  return kind.name === "edition";
}
