import { englishLabels } from './english-labels.ts';
import { englishSentences } from './english-sentences.ts';
import { thaiLabels } from './thai-labels.ts';
import { thaiSentences } from './thai-sentences.ts';

/** The languages a report can be written in. */
export type ReportLanguage = 'en' | 'th';

/** Every word of the report in one language. */
export type Words = typeof englishLabels & typeof englishSentences;

const languages: Readonly<Record<ReportLanguage, Words>> = {
  en: { ...englishLabels, ...englishSentences },
  th: { ...thaiLabels, ...thaiSentences },
};

/** The words of one language; all languages have the same ones. */
export function wordsFor(language: ReportLanguage): Words {
  return languages[language];
}

/** Puts values into a sentence such as `{severity} incident`; a name without a value stays as it is written. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{([a-z][a-z0-9_]*)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : written,
  );
}
