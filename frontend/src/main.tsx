/** Where the browser app starts: first the words, then everything that says them. */
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/inter";
import "@/app/theme.css";
import { markLanguage } from "@/lib/language";
import { loadMessages } from "@/lib/messages";

markLanguage(document.documentElement);
await loadMessages();
const { showApp } = await import("@/app/App");

const root = document.getElementById("root");
if (root) showApp(root);

// What says so when a page cannot be loaded. Over plain HTTP browsers have none, and some people forbid it.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  navigator.serviceWorker.register("/offline.js").catch(() => undefined);
