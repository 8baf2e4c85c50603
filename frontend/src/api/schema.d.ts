// Replaced by `npm run types` once openapi.json is there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type paths = any;
