import type { Element, ElementContent } from "hast";
import { SHOWN, UNSEEN } from "./elements.ts";
import { attribute, element, text, textOf, withoutInvisible } from "./hast.ts";

type Tell = (loss: string) => void;

/** What stands in a block of code: text and nothing else is shown there. */
export function cleanFence(nodes: readonly ElementContent[], tell: Tell): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [text(withoutInvisible(node.value))];
    if (node.type !== "element" || UNSEEN.has(node.tagName)) return [];
    const address = attribute(node, "href", "src", "data");
    if (address !== "") tell(`<${node.tagName}> within code: ${address}`);
    if (node.tagName === "img") return [text(` ${withoutInvisible(attribute(node, "alt"))} `)];
    return [{ ...node, children: cleanFence(node.children, tell) }];
  });
}

/** Code within a line: a link or a picture in it keeps what it is, since code itself can hold neither. */
export function cleanCode(inner: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (textOf(run) !== "") parts.push(element("code", [text(textOf(run))]));
    run = [];
  };
  for (const node of inner) {
    if (node.type !== "element" || !holdsMore(node)) {
      run.push(node);
      continue;
    }
    close();
    parts.push(
      ...(node.tagName === "a"
        ? [{ ...node, children: cleanCode(node.children) }]
        : SHOWN.has(node.tagName)
          ? [node]
          : cleanCode(node.children)),
    );
  }
  close();
  return parts;
}

function holdsMore({ tagName, children }: Element): boolean {
  return (
    tagName === "a" || SHOWN.has(tagName) || children.some((child) => child.type === "element" && holdsMore(child))
  );
}
