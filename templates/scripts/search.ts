/// <reference lib="dom" />
// Makes the search page search. All of it happens in the browser: what a reader looks for is sent nowhere.
import { compileText } from "../../src/locales/compile.ts";
import { isAsked, type Question, readQuestion, writeQuestion } from "./search-address.ts";
import { type Engine, fetchProgram, openEngine } from "./search-engine.ts";
import { type Facets, makeFacets, NAMES } from "./search-facets.ts";
import type { Counts } from "./search-pagefind.ts";
import { makeResults } from "./search-results.ts";
import type { Setup } from "./search-rows.ts";

/** How long a reader may pause between two letters, in milliseconds. */
const PAUSE = 30;

interface Places {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly order: HTMLSelectElement;
  readonly folded: HTMLDetailsElement;
  readonly found: HTMLElement;
}

function start({ form, field, order, folded, found }: Places): void {
  const setup = JSON.parse(form.dataset["setup"] ?? "") as Setup;
  const { words } = setup;
  const countStories = compileText(words.stories, setup.wordsTag);
  const asked = readQuestion(NAMES);
  const results = makeResults(setup);
  found.append(results.element);

  // Nothing is fetched before a reader means to search, and WebAssembly not before they type.
  let program: ReturnType<typeof fetchProgram> | undefined;
  let engine: Promise<Engine> | undefined;
  const prepare = () => (program ??= fetchProgram(setup.list));
  const open = () => (engine ??= prepare().then(openEngine));

  let facets: Facets | undefined;
  let making: Promise<Facets> | undefined;
  let latest = 0;
  const question = (): Question => ({
    words: field.value.trim(),
    choice: facets?.choice() ?? asked.choice,
    order: order.value === "newest" ? "newest" : "match",
  });

  const makeOnce = (all: Counts): Facets => {
    return (facets = makeFacets(all, asked.choice, setup, folded));
  };

  const search = async (): Promise<void> => {
    const turn = ++latest;
    const isLate = () => turn !== latest;
    const own = question();
    writeQuestion(own);
    const searching = isAsked(own) ? await open() : undefined;
    const answer = await searching?.search(own.words, own.choice, own.order);
    if (isLate()) return;
    await results.show(answer ?? [], isLate);
    if (isLate()) return;
    const length = answer?.length ?? 0;
    results.say(!answer ? "" : length === 0 ? words.none : countStories({ count: length }));
    if (!searching) return;
    const shown = await (making ??= searching.count("", {}).then(makeOnce));
    const counts = await searching.count(own.words, own.choice);
    if (!isLate()) shown.update(counts);
  };
  const run = (): void => {
    search().catch((error: unknown) => {
      results.say(words.failed);
      engine = program = undefined;
      reportError(error);
    });
  };

  field.value = asked.words;
  order.value = asked.order;
  let timer = 0;
  // What goes wrong here goes wrong again where it is told.
  field.addEventListener("focus", () => void prepare().catch(() => (program = undefined)));
  field.addEventListener("input", () => {
    void open().catch(() => undefined);
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE);
  });
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || field.value === "") return;
    field.value = "";
    run();
  });
  form.addEventListener("change", ({ target }) => {
    if (target !== field) run();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  if (isAsked(asked)) run();
}

const form = document.querySelector<HTMLFormElement>("form.search");
const field = form?.querySelector("input");
const order = form?.querySelector("select");
const folded = form?.querySelector("details");
const found = document.getElementById("_found");
if (form && field && order && folded && found) start({ form, field, order, folded, found });
