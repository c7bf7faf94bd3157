/**
 * Opening and closing quotation marks, the outer pair and the inner one, of each locale that has others than its parent: from
 * CLDR by `UPDATE_MARKS=1 npx vitest run --project unit tests/unit/quotation-marks.test.ts`, which else compares the two.
 */
export const LOCALES_BY_MARKS: Readonly<Record<string, string>> = {
  "«»‹›": "am fa rm gsw jgo kkj mzn sdh wae fr-CH az-Arab az-Cyrl",
  "”“’‘": "ar ur lld syr ms-Arab",
  "«»„“": "be ky os ru uk bas bua sah tyv",
  "„“„“": "bg lt prg sgs",
  "«»“”":
    "bm br ca cv el eu ie it kk mg sc sg ti ast blo dyo ewo kab lij mua nnh pms es-US pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL",
  "„”‘’": "bs",
  "„“‚‘": "cs de et hr is lb mk sk sl dsb hsb ksh luy nds bs-Cyrl",
  "“”«»": "eo",
  "„”‚’": "ff agq",
  "””’’": "fi he rn se sn sv yi lag",
  "«»«»": "fr ht hy oc yav",
  "„”»«": "hu szl",
  "‘’“”": "ia tn fur ti-ER",
  "「」『』": "ja yue zh-Hant",
  "„“«»": "ka",
  "«»‘’": "nb nn no rw dua ksf el-polyton",
  "‘’‘’": "nl",
  "„”«»": "pl ro nmg",
  "„”’’": "sr",
  "“’“”": "st",
  "“”“”": "tk",
  "»«›‹": "ug kk-Arab",
  "“”’‘": "uz",
  "«»„”": "shi zgh",
  "«»”“": "fr-CA",
  "“”‘’": "bm-Nkoo ff-Adlm uz-Arab uz-Cyrl",
};
