/** Buttons and words that lead to another page of the app. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type LinkElementProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps> & {
  ref?: Ref<HTMLAnchorElement>;
};

export const ButtonLink = createLink((props: ButtonProps & LinkElementProps) => <Button component="a" {...props} />);

export const TextLink = createLink((props: AnchorProps & LinkElementProps) => (
  <Anchor component="a" underline="hover" {...props} />
));
