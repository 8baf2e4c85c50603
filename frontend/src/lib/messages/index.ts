/** Every word that the app says, in the language of the person. Components name messages and hold no words of their own. */
import { en } from "./en";

export type Messages = typeof en;

/** English is the only language yet; another one is an object of the same type, chosen here. */
export const messages: Messages = en;
