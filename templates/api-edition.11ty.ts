import { messagesOf } from "../src/locales/messages.ts";
import type { EditionDocument } from "../src/views/api/documents.ts";
import { define } from "./define.ts";
import { ownContent, storyContent, wholeContent } from "./partials/feed-content.ts";

export default define("apiEditions", ({ document, own, edition, disclosure, stories, ...place }) => {
  const m = messagesOf(place);
  const whole: EditionDocument = {
    ...document,
    own: { ...own, html: wholeContent(ownContent(edition, own.ai.line, disclosure, m), document.url, place) },
    stories: stories.map(({ document: story, alone }) => ({
      ...story,
      html: wholeContent(storyContent(alone, m), story.url, place),
    })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
});
