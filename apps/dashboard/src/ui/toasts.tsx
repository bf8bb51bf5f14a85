import { Check, TriangleAlert, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import { Button } from './button.tsx';

/** Long enough to read it and to reach its button; it waits while one points at it. */
const SHOWN_MS = 8_000;

interface ToastWords {
  readonly text: string;
  /** Takes back what was done. */
  readonly undo?: () => void;
  /** It was not done, and `text` says what to do. */
  readonly isFailure?: boolean;
}

interface ShownToast extends ToastWords {
  readonly id: number;
}

const ShowToast = createContext<(toast: ToastWords) => void>(() => {});

/** Says that something was done, for 8 s, with the way back where there is one. */
export function useToast(): (toast: ToastWords) => void {
  return use(ShowToast);
}

/** Around a page: where what was done is told. F8 leads there by keys. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<ShownToast | null>(null);
  const show = useCallback((toast: ToastWords) => setShown((before) => ({ ...toast, id: (before?.id ?? 0) + 1 })), []);
  return (
    <ShowToast value={show}>
      <Toast.Provider duration={SHOWN_MS} label="Done">
        {children}
        {shown ? (
          <Toast.Root
            key={shown.id}
            onOpenChange={(isOpen) => !isOpen && setShown(null)}
            className="appears lifted-lg flex min-h-11 items-center gap-2.5 rounded-panel border border-input bg-popover py-1.5 pr-1.5 pl-3.5 text-popover-foreground"
          >
            {shown.isFailure ? (
              <TriangleAlert className="size-4 shrink-0 stroke-[2.25] text-status-failed" aria-hidden="true" />
            ) : (
              <Check className="size-4 shrink-0 stroke-[2.25] text-status-answered" aria-hidden="true" />
            )}
            <Toast.Description className="flex-1">{shown.text}</Toast.Description>
            {shown.undo ? (
              <Toast.Action altText="Undo" asChild>
                <Button size="small" onClick={shown.undo}>
                  Undo
                </Button>
              </Toast.Action>
            ) : null}
            <Toast.Close asChild>
              <Button look="ghost" size="icon-small" aria-label="Close">
                <X />
              </Button>
            </Toast.Close>
          </Toast.Root>
        ) : null}
        <Toast.Viewport className="fixed bottom-4 left-1/2 z-50 w-[min(30rem,calc(100vw-1rem))] -translate-x-1/2 outline-none" />
      </Toast.Provider>
    </ShowToast>
  );
}
