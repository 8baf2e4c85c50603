/** The one way to the server: typed calls, the CSRF header on writes, problems as errors, sign-in when it is needed. */
import createClient, { type Middleware } from "openapi-fetch";
import { csrfToken } from "@/api/cookies";
import { problemOf } from "@/api/problems";
import type { paths } from "@/api/schema";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/accounts/login/?next=${encodeURIComponent(here)}`);
}

const protection: Middleware = {
  onRequest({ request }) {
    if (!SAFE.has(request.method)) request.headers.set("X-CSRFToken", csrfToken());
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) goToSignIn();
  },
};

const underWay = new Map<string, Promise<Response>>();

/** A second press while the first is under way gets its answer: nobody means to make the same thing twice at once. */
export async function sentOnce(request: Request): Promise<Response> {
  if (request.method !== "POST") return fetch(request);
  const key = `${request.url} ${await request.clone().text()}`;
  const sending = underWay.get(key) ?? fetch(request).finally(() => underWay.delete(key));
  underWay.set(key, sending);
  return (await sending).clone();
}

export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: sentOnce });
client.use(protection);

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What a call brought, or the problem that it met. */
export async function brought<Value>(call: Promise<Answer>): Promise<Value> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return data as Value;
}
