import { readFileSync } from "node:fs";
import { bytesOf, NotEditable, openEditable } from "../../content/edit/editable.ts";
import { appendEntry } from "../../content/edit/entries.ts";
import { idProblem } from "../../content/schema/fields.ts";
import type { Site } from "../../content/site.ts";
import { slugOf } from "../../content/words/slug.ts";
import { checkAddress, checkPublisherName } from "../../content/edit/answers.ts";
import { answerAll, type Question } from "../ask.ts";
import { UsageError } from "../options.ts";
import { hasText, replaceText } from "./text-files.ts";

type PublisherFlags = Readonly<{ publisher?: string; newPublisher?: string; publisherUrl?: string }>;

/** The choice of a publisher that is not known yet; no id has a blank. */
export const NEW_PUBLISHER = "new publisher";

export function publisherQuestion(site: Site): Question {
  const choices = [...Object.keys(site.vocabularies.publishers), NEW_PUBLISHER];
  return { flag: "publisher", message: "Who is the source?", choices };
}

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
      initial: slugOf(name, site.publication.language).slice(0, 48).replace(/-+$/, "") || undefined,
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
export function writePublisher(path: string, { id, name, url }: NewPublisher): () => void {
  if (!hasText(path)) throw new UsageError(`${path} is missing; nothing was written`);
  const bytes = readFileSync(path);
  const file = openEditable(path, bytes);
  if (!file) throw new UsageError(`${path} cannot be read: npm run check says why; nothing was written`);
  try {
    const changed = appendEntry(file, id, { name, url });
    return () => {
      replaceText(path, bytesOf(changed, bytes));
      process.stdout.write(`added “${id}” to ${path}\n`);
    };
  } catch (error) {
    if (error instanceof NotEditable) throw new UsageError(`${error.message}; nothing was written`);
    throw error;
  }
}
