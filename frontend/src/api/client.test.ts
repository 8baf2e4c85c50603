import { afterEach, expect, test, vi } from "vitest";
import { sentOnce } from "@/api/client";

afterEach(() => vi.unstubAllGlobals());

const post = (body: string) => new Request("http://localhost/api/v1/x", { method: "POST", body });

test("what is sent twice at once is sent once, and both get the answer", async () => {
  const sent = vi.fn(() => Promise.resolve(new Response("made")));
  vi.stubGlobal("fetch", sent);
  const answers = await Promise.all([sentOnce(post("a")), sentOnce(post("a"))]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["made", "made"]);
  expect(sent).toHaveBeenCalledTimes(1);
});

test("other things, and the same thing later, are sent", async () => {
  const sent = vi.fn(() => Promise.resolve(new Response("made")));
  vi.stubGlobal("fetch", sent);
  await Promise.all([sentOnce(post("a")), sentOnce(post("b"))]);
  await sentOnce(post("a"));
  expect(sent).toHaveBeenCalledTimes(3);
});
