import { originOf } from "../../content/publication.ts";
import type { PageView } from "../page-view.ts";

/**
 * Where a page stands below the home, as schema.org's BreadcrumbList with full addresses (Google: Breadcrumb structured data);
 * undefined for the home and for pages that stand nowhere.
 */
export function describeTrail({ shell, head }: Pick<PageView, "shell" | "head">): object | undefined {
  if (!head.trail) return undefined;
  const origin = originOf({ url: shell.url, base: shell.home.slice(0, -1) });
  const places = [
    { name: shell.name, item: origin + shell.home },
    ...head.trail.map(({ href, text }) => ({ name: text, item: origin + href })),
    { name: head.title, item: head.canonical },
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    name: head.title,
    itemListElement: places.map((place, index) => ({ "@type": "ListItem", position: index + 1, ...place })),
  };
}
