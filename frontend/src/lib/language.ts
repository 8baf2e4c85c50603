/** Which language this person reads: their own choice, else what their browser asks for, else English. */

export const LANGUAGES = {
  en: { name: "English", locale: "en-GB", direction: "ltr" },
  de: { name: "Deutsch", locale: "de-DE", direction: "ltr" },
} as const;

export type Language = keyof typeof LANGUAGES;

/** The server reads the same cookie, so that its own pages and its refusals speak the same language. */
const COOKIE = "bifocal_language";
const A_YEAR = 31_536_000;

const isKnown = (name: string): name is Language => Object.hasOwn(LANGUAGES, name);

export function languageOf(cookies: string, wanted: readonly string[]): Language {
  const kept = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(cookies)?.[1];
  const names = [...(kept ? [kept] : []), ...wanted].map((name) => name.toLowerCase().split("-")[0] ?? "");
  return names.find(isKnown) ?? "en";
}

/** Fixed for as long as this page is open: words are read once, so choosing another language loads the page again. */
export const language: Language = languageOf(document.cookie, navigator.languages);
export const { locale } = LANGUAGES[language];

/** The catalogue and what is suggested from it speak English; in another language, screen readers have to know. */
export const knowledgeLanguage: "en" | undefined = language === "en" ? undefined : "en";

export function chooseLanguage(next: Language): void {
  document.cookie = `${COOKIE}=${next}; path=/; max-age=${A_YEAR}; samesite=lax`;
  window.location.reload();
}

/** Tells the browser and screen readers; a direction that the page already has stays. */
export function markLanguage(root: HTMLElement): void {
  root.lang = language;
  root.dir ||= LANGUAGES[language].direction;
}
