/** A link to one part of the picture, and there to one question about it. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSystemScope } from "@/api/scope";
import classes from "./lanes.module.css";

/** What facts say that is nobody's answer to a question. */
const NO_QUESTIONS: readonly string[] = ["kind", "path"];

interface PartLinkProps {
  objectType: string;
  object: string;
  attribute?: string | null;
  children: ReactNode;
}

export function PartLink({ objectType, object, attribute, children }: PartLinkProps) {
  const params = useSystemScope();
  const asked = attribute && !NO_QUESTIONS.includes(attribute) ? attribute : undefined;
  return (
    <Link
      className={classes.part}
      to="/w/$workspace/systems/$system/picture"
      params={params}
      search={{ show: objectType === "system" ? "system" : object, attribute: asked }}
    >
      {children}
    </Link>
  );
}
