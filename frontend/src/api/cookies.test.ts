import { expect, it } from "vitest";
import { csrfToken } from "@/api/cookies";

it.each([
  ["", ""],
  ["a=b; csrftoken=abc; c=d", "abc"],
  ["__Host-csrftoken=xyz", "xyz"],
  ["notcsrftoken=abc", ""],
])("reads the token from %j as %j", (cookies, token) => {
  expect(csrfToken(cookies)).toBe(token);
});
