import { Component, type ReactNode } from 'react';
import { appText as text } from '#text/app.ts';
import { EmptyState } from '#ui/EmptyState.tsx';

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly message: string | null;
}

/** Keeps trouble of one view inside it. React knows error boundaries only as classes. */
export class ViewBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div role="alert">
        <EmptyState
          icon="triangle-alert"
          title={text.viewFailed}
          next={`${text.viewFailedNext} (${this.state.message})`}
        />
      </div>
    );
  }
}
