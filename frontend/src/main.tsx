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
