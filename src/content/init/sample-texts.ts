import type { Language } from "../../locales/languages.ts";
import type { SampleTexts } from "./sample.ts";
import { ar } from "./texts/ar.ts";
import { de } from "./texts/de.ts";
import { en } from "./texts/en.ts";
import { es } from "./texts/es.ts";
import { fr } from "./texts/fr.ts";
import { zh } from "./texts/zh.ts";

/** The texts of each language that is complete. */
export const SAMPLE_TEXTS: Readonly<Record<Language, SampleTexts>> = { en, de, fr, es, ar, zh };
