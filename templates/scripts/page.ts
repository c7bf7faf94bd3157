/// <reference lib="dom" />
// Runs in the head of every page, before anything of it is seen.
const root = document.documentElement;

try {
  const chosen = localStorage.getItem("theme");
  if (chosen !== null) root.dataset["theme"] = chosen;
} catch {
  // A browser that keeps nothing follows the system.
}
