/** Every word that the app says, in the language of the person. Components name messages and hold no words of their own. */
import { language, type Language } from "../language";
import { en } from "./en";

/** The same keys and the same questions, in words of another language. */
type Spoken<Part> = Part extends string
  ? string
  : Part extends (...given: infer Given) => infer Said
    ? (...given: Given) => Spoken<Said>
    : Part extends readonly (infer Item)[]
      ? readonly Spoken<Item>[]
      : { readonly [Key in keyof Part]: Spoken<Part[Key]> };

export type Messages = Spoken<typeof en>;

const OTHERS: Record<Exclude<Language, "en">, () => Promise<Messages>> = {
  de: async () => (await import("./de")).de,
};

/** English until `loadMessages` is done, which is before any other module of the app is read. */
export let messages: Messages = en;

export async function loadMessages(): Promise<void> {
  if (language !== "en") messages = await OTHERS[language]();
}
