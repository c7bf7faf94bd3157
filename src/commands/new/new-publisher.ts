import { join } from "node:path";
import { NotEditable } from "../../content/edit/editable.ts";
import { addToText } from "../../content/edit/entries.ts";
import { idProblem } from "../../content/schema/fields.ts";
import type { Site } from "../../content/site.ts";
import { idOf } from "../../content/words/slug.ts";
import { checkAddress, checkPublisherName } from "../../content/edit/answers.ts";
import { answerAll, type Question } from "../ask.ts";
import { changeText } from "../../pipeline/desk/change-text.ts";
import { openText } from "../../pipeline/desk/open-text.ts";
import { UsageError } from "../options.ts";

type PublisherFlags = Readonly<{ publisher?: string; newPublisher?: string; publisherUrl?: string }>;

/** The choice of a publisher that is not known yet; no id has a blank. */
export const NEW_PUBLISHER = "new publisher";

export function publisherQuestion(site: Site): Question {
  const choices = [...Object.keys(site.vocabularies.publishers), NEW_PUBLISHER];
  return { flag: "publisher", message: "Who is the source?", choices };
}

const PUBLISHERS = "publishers.yaml";

interface NewPublisher {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** Asks for a publisher that is not known yet; throws where it is. */
export async function planPublisher(site: Site, flags: PublisherFlags): Promise<NewPublisher> {
  const known = site.vocabularies.publishers;
  const questions = {
    name: { flag: "new-publisher", message: "What is the publisher called?", check: checkPublisherName },
    url: { flag: "publisher-url", message: "Where is its site?", placeholder: "https://…", check: checkAddress },
    id: ({ name = "" }: Readonly<Partial<Record<string, string>>>) => ({
      flag: "publisher",
      message: "What is its id?",
      initial: idOf(name, site.publication.language) || undefined,
      check: (id: string) => idProblem(id) ?? (id in known ? `“${id}” is a publisher already` : undefined),
    }),
  };
  const { newPublisher: name, publisherUrl: url, publisher: id } = flags;
  const given = id === NEW_PUBLISHER ? undefined : id;
  return answerAll(questions, {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(given !== undefined && { id: given }),
  });
}

/** What adds a publisher to its file; throws, before anything is written, where that cannot be. */
export function planEntry(content: string, { id, name, url }: NewPublisher): () => Promise<void> {
  const file = join(content, PUBLISHERS);
  const add = (text: string) => addToText(PUBLISHERS, text, id, { name, url });
  const opened = openText(content, PUBLISHERS);
  if ("refused" in opened) throw new UsageError(`${opened.refused}; nothing was written`);
  try {
    add(opened.text);
  } catch (error) {
    if (error instanceof NotEditable) throw new UsageError(`${error.message}; nothing was written`);
    throw error;
  }
  return async () => {
    const changed = await changeText(content, PUBLISHERS, add);
    if ("refused" in changed) throw new UsageError(changed.refused);
    process.stdout.write(`added “${id}” to ${file}\n`);
  };
}
