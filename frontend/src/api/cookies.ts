/** Reading the one cookie that the browser app needs. */

/** Django's CSRF token, under its plain name or the prefixed one of a secure site. */
export function csrfToken(cookies: string = document.cookie): string {
  const found = /(?:^|;\s*)(?:__Host-|__Secure-)?csrftoken=([^;]*)/.exec(cookies);
  return found?.[1] ? decodeURIComponent(found[1]) : "";
}
