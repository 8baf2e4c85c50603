// Answers a page of the browser app that cannot be loaded with one that says why. Nothing else passes through here, and nothing
// is cached: the page stands in this file, which browsers compare with the server's whenever a page has been loaded.
const { page, policy, elsewhere } = {% autoescape off %}{{ given }}{% endautoescape %};

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("fetch", (event) => {
  const { mode, method, url } = event.request;
  if (mode !== "navigate" || method !== "GET" || new RegExp(elsewhere).test(new URL(url).pathname)) return;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy };
  event.respondWith(fetch(event.request).catch(() => new Response(page, { status: 503, headers })));
});
