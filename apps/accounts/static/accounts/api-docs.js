// Shows the OpenAPI document. Requests tried here run as whoever is signed in, so writes carry the CSRF token.
const page = document.getElementById("api");
const dark = matchMedia("(prefers-color-scheme: dark)");

function cookie(name) {
  const pair = document.cookie.split("; ").find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

function followScheme() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

/** Nearly all addresses start with a workspace; the noun after it, or after the system, is what people look for. */
function groupOf(path) {
  const nouns = path.replace(/^\/api\/v1\//, "").split("/").filter((part) => part && !part.startsWith("{"));
  if (nouns[0] === "workspaces" && nouns.length > 1) return nouns[1] === "systems" && nouns[2] ? nouns[2] : nouns[1];
  return nouns[0] ?? "other";
}

function grouped(document_) {
  for (const [path, operations] of Object.entries(document_.paths)) {
    for (const operation of Object.values(operations)) if (operation.operationId) operation.tags = [groupOf(path)];
  }
  return document_;
}

function show(document_) {
  SwaggerUIBundle({
    spec: grouped(document_),
    domNode: page,
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: -1,
    filter: true,
    tagsSorter: "alpha",
    validatorUrl: null,
    requestInterceptor: (request) => {
      const token = cookie("csrftoken");
      if (token) request.headers["X-CSRFToken"] = token;
      return request;
    },
    onComplete: () => page.querySelector(".operation-filter-input")?.setAttribute("aria-label", "Filter the groups"),
  });
}

followScheme();
dark.addEventListener("change", followScheme);
fetch(page.dataset.schema, { headers: { Accept: "application/json" } })
  .then((response) => (response.ok ? response.json() : Promise.reject(new Error(`The server answered ${response.status}.`))))
  .then(show)
  .catch((error) => {
    page.innerHTML = '<p class="plain" role="alert">The document could not be loaded. <span></span> Reload the page to try again.</p>';
    page.querySelector("span").textContent = error.message;
  });
