/// <reference lib="dom" />
// Runs in the head of every page, before anything of it is seen, so that a chosen theme does not flash.

/** The address of the service worker; empty where there is none. */
declare const OFFLINE: string;

const { dataset } = document.documentElement;

for (const name of ["theme", "text"])
  try {
    dataset[name] = localStorage.getItem(name) ?? "";
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
    dataset[name] = "";
  }

addEventListener("change", ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (!(name in dataset)) return;
  dataset[name] = value;
  try {
    localStorage.setItem(name, value);
  } catch {
    // As above.
  }
});

addEventListener("DOMContentLoaded", () => {
  for (const input of document.querySelectorAll<HTMLInputElement>(".comfort input"))
    input.checked = input.value === (dataset[input.name] ?? "");
  const button = document.getElementById("_share");
  if (!button || !("share" in navigator)) return;
  button.hidden = false;
  button.onclick = () => {
    // Whoever closes the sheet has shared nothing, which is no fault.
    navigator.share({ title: document.title, url: button.dataset["url"] ?? "" }).catch(() => undefined);
  };
});

// After all that the page is made of, which must not wait for it; it works over https alone, and not in the local preview.
if (OFFLINE && location.protocol === "https:" && "serviceWorker" in navigator)
  addEventListener("load", () => {
    navigator.serviceWorker.register(OFFLINE).catch(() => undefined);
  });
