/** Buttons and words that lead to another page of the app. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink, Link } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type LinkElementProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps> & {
  ref?: Ref<HTMLAnchorElement>;
};

export const ButtonLink = createLink((props: ButtonProps & LinkElementProps) => <Button component="a" {...props} />);

export const TextLink = createLink((props: AnchorProps & LinkElementProps) => (
  <Anchor component="a" underline="hover" {...props} />
));

interface ControlLinkProps {
  workspace: string;
  control: { slug: string; title: string };
}

export function ControlLink({ workspace, control: { slug, title } }: ControlLinkProps) {
  return (
    <Link to="/w/$workspace/controls/$slug" params={{ workspace, slug }}>
      {title}
    </Link>
  );
}
