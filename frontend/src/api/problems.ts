/** What the server refused and why: problem documents as one error class. */

export interface Conflict {
  field: string;
  yours: unknown;
  theirs: unknown;
  by: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
  conflicts?: Conflict[];
}

export class Problem extends Error {
  readonly status: number;
  readonly errors: Record<string, string[]>;
  readonly conflicts: Conflict[];

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? "");
    this.name = "Problem";
    this.status = status;
    this.errors = body.errors ?? {};
    this.conflicts = body.conflicts ?? [];
  }

  /** The same, with a piece of the path to each field left out. */
  without(path: RegExp): Problem {
    const errors = Object.entries(this.errors).map(([field, lines]) => [field.replace(path, ""), lines] as const);
    const conflicts = this.conflicts.map((conflict) => ({ ...conflict, field: conflict.field.replace(path, "") }));
    return new Problem(this.status, { detail: this.message, errors: Object.fromEntries(errors), conflicts });
  }

  /** What is wrong with one field, as one line; undefined when nothing is. */
  of(field: string): string | undefined {
    return this.errors[field]?.join(" ");
  }

  /** What is wrong with a field or inside of it, such as `treats[2]` of `treats`. */
  within(path: string): string | undefined {
    const isWithin = (one: string) => one === path || one.startsWith(`${path}[`) || one.startsWith(`${path}.`);
    return (
      Object.keys(this.errors)
        .filter(isWithin)
        .map((one) => this.of(one))
        .join(" ") || undefined
    );
  }
}

/** The problem of a response that is not what was hoped for; its body may be anything. */
export function problemOf(status: number, body: unknown): Problem {
  return new Problem(status, typeof body === "object" && body !== null ? body : {});
}

export const asProblem = (error: unknown): Problem | null => (error instanceof Problem ? error : null);
