import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface QuestionProps {
  readonly title: string;
  /** What goes, and what remains. */
  readonly children: ReactNode;
  /** Names the deed: "Remove member". */
  readonly action: string;
  /** What the button says meanwhile: "Removing…". */
  readonly acting: string;
  /** The other button, where the deed itself is called cancelling. */
  readonly wayOut?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is told when the deed fails: what to do. */
  readonly advise: (error: unknown) => string;
  /** Does it; the question closes once that is done. */
  readonly onConfirm: () => Promise<void>;
}

/** Asks before what can't be undone. The focus begins on the way out. */
export function Question({ title, children, action, acting, wayOut = 'Cancel', isOpen, onClose, advise, onConfirm }: QuestionProps) {
  const [isActing, setActing] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  function close() {
    setFailure(null);
    onClose();
  }
  async function confirm() {
    setActing(true);
    setFailure(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(advise(error));
    } finally {
      setActing(false);
    }
  }
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} size="narrow" role="alertdialog">
      <div className="px-5 pt-4 text-read text-pretty">{children}</div>
      <p role="alert" className="px-5 text-destructive not-empty:pt-3">
        {failure}
      </p>
      <div className="flex justify-end gap-2 px-5 pt-5 pb-4">
        <Button onClick={close} autoFocus>
          {wayOut}
        </Button>
        <Button look="danger" disabled={isActing} onClick={() => void confirm()}>
          {isActing ? acting : action}
        </Button>
      </div>
    </Dialog>
  );
}
