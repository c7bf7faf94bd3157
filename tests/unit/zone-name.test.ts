import { expect, test } from "vitest";
import { nameZoneTime } from "../../src/content/time/zone-name.ts";

test.each([
  ["Europe/London", "London time"],
  ["America/New_York", "New York time"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires time"],
  ["America/Port-au-Prince", "Port-au-Prince time"],
  ["Asia/Kolkata", "Kolkata time"],
  ["Asia/Calcutta", "Calcutta time"],
  ["Europe/Kyiv", "Kyiv time"],
  ["UTC", "UTC"],
  ["Etc/UTC", "UTC"],
  ["GMT", "UTC"],
  ["GMT0", "UTC"],
  ["Etc/GMT+5", "UTC−5"],
  ["Etc/GMT-14", "UTC+14"],
  ["CET", "CET"],
  ["GB", "London time"],
  ["US/Eastern", "New York time"],
])("the time of %s is called %s", (zone, name) => {
  expect(nameZoneTime(zone, "en-GB")).toBe(name);
});

test.each([
  ["Europe/Berlin", "de", "Mitteleuropäische Zeit"],
  ["America/New_York", "fr", "heure de l’Est nord-américain"],
  ["Asia/Tokyo", "ja", "日本標準時"],
  ["UTC", "de", "UTC"],
  ["Etc/GMT+5", "ar", "UTC−5"],
])("the time of %s is called in %s %s", (zone, language, name) => {
  expect(nameZoneTime(zone, language)).toBe(name);
});
