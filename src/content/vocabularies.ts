import type * as z from "zod";
import { type Diagnostic, diagnose, START } from "./problems/diagnostic.ts";
import { type Document, readYamlFile } from "./parse/document.ts";
import type { ContentFile } from "./files/files.ts";
import { VOCABULARIES, type VocabularyName } from "./files/layout.ts";
import { createMeanings } from "./schema/meanings.ts";
import { createTopicIndex } from "./topics.ts";
import type { OwnMessages } from "../locales/locale.ts";
import { NO_CONFIG } from "./publication.ts";
import {
  type Affiliates,
  affiliatesSchema,
  type People,
  peopleSchema,
  type Publishers,
  publishersSchema,
  type SiteConfig,
  siteSchema,
  type Sponsors,
  sponsorsSchema,
  type Topics,
  topicsSchema,
} from "./schema/schema.ts";
import { type House, houseSchema } from "./schema/keys/house-schema.ts";
import { messagesSchema } from "./schema/keys/messages-schema.ts";
import { type Meanings, understand } from "./schema/shorthand.ts";
import { validate } from "./schema/validate.ts";

/** What each YAML file holds. */
export const VOCABULARY_SCHEMAS: Record<VocabularyName, z.ZodType> = {
  site: siteSchema,
  topics: topicsSchema,
  publishers: publishersSchema,
  people: peopleSchema,
  affiliates: affiliatesSchema,
  sponsors: sponsorsSchema,
  messages: messagesSchema,
  house: houseSchema,
};

/** The publication's YAML files: closed vocabularies, the ledger and the settings. */
export interface Vocabularies {
  readonly site: SiteConfig;
  readonly topics: Topics;
  readonly publishers: Publishers;
  readonly people: People;
  readonly affiliates: Affiliates;
  readonly sponsors: Sponsors;
  readonly messages: OwnMessages;
  readonly house: House;
  /** The parsed files, for rules that point at a line of one. */
  readonly documents: Partial<Record<VocabularyName, Document>>;
}

/** Files that a publication may do without. */
const OPTIONAL: ReadonlySet<VocabularyName> = new Set(["sponsors", "messages", "house"]);

/** The settings name people, who are to be known by then. */
const IN_ORDER: readonly VocabularyName[] = [...VOCABULARIES.filter((name) => name !== "site"), "site"];

const HINTS: Partial<Record<VocabularyName, string>> = {
  site: "name, url, zone, publisher and slots are the least it holds",
  topics: "it has a line for each topic: “models: { name: Models }”",
  publishers: "it has a line for each publisher: “example-wire: { name: Example Wire, url: https://wire.example }”",
  people: "it has a line for each person: “robin-example: { name: Robin Example, role: Editor }”",
  affiliates: "an empty file says that there are no programmes",
};

/** What words mean by the vocabularies that are read so far. */
function meaningsOf(values: Partial<Record<VocabularyName, unknown>>): Meanings {
  const { publishers, people, topics } = { publishers: {}, people: {}, topics: {}, ...values } as Vocabularies;
  return createMeanings({ publishers, people, topics }, createTopicIndex(topics));
}

/** Reads the YAML files. One that is missing or broken is reported and stands as empty. */
export function readVocabularies(
  files: ReadonlyMap<VocabularyName, ContentFile>,
  refused: readonly string[],
  label: string,
): { vocabularies: Vocabularies; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const documents: Partial<Record<VocabularyName, Document>> = {};
  const values: Partial<Record<VocabularyName, unknown>> = {};
  for (const name of IN_ORDER) {
    const path = `${label}/${name}.yaml`;
    const file = files.get(name);
    if (!file) {
      // Only a ledger of programmes may be wanting: without one no link is paid, and the flag of each story says so too.
      const severity = name === "affiliates" ? "warning" : "error";
      if (!OPTIONAL.has(name) && !refused.includes(`${name}.yaml`))
        diagnostics.push(
          diagnose(path, START, {
            severity,
            rule: "missing-file",
            missing: `${name}.yaml`,
            message: `${name}.yaml is missing`,
            hint: HINTS[name],
          }),
        );
      continue;
    }
    const reading = readYamlFile(path, file.bytes);
    diagnostics.push(...reading.diagnostics);
    if (!reading.document) continue;
    const { document } = understand(reading.document, VOCABULARY_SCHEMAS[name], meaningsOf(values));
    documents[name] = document;
    const validation = validate(document, VOCABULARY_SCHEMAS[name]);
    diagnostics.push(...validation.diagnostics);
    // Without a prototype, so that an id such as “constructor” finds nothing where nothing is listed.
    values[name] = Object.assign(Object.create(null) as object, validation.value ?? validation.partial);
  }
  const vocabularies = {
    topics: {},
    publishers: {},
    people: {},
    affiliates: {},
    sponsors: {},
    messages: {},
    house: {},
    ...values,
    site: { ...NO_CONFIG, ...(values.site as object) },
    documents,
  } as Vocabularies;
  return { vocabularies, diagnostics };
}
