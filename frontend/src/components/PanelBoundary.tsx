/** Keeps the crash of one panel inside that panel. */
import { Component, type ReactNode } from "react";
import { messages } from "@/lib/messages";
import { ErrorPanel } from "./ErrorPanel";

interface PanelBoundaryProps {
  children: ReactNode;
}

export class PanelBoundary extends Component<PanelBoundaryProps, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <ErrorPanel
        error={new Error(messages.errors.panel)}
        title={messages.errors.panelTitle}
        onRetry={() => this.setState({ error: null })}
      />
    );
  }
}
