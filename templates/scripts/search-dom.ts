/// <reference lib="dom" />

type Part = Node | string | undefined | false;

/** Makes an element; parts that are text stay text, whatever they hold. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...parts: readonly Part[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...parts.filter((part) => part !== undefined && part !== false));
  return made;
}
