import type { ReactNode } from 'react';
import { Layer, LayerTitle } from './layer.tsx';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel from the left edge, for the navigation of a phone. */
export function Sheet({ title, isOpen, onClose, children }: SheetProps) {
  return (
    <Layer isOpen={isOpen} onClose={onClose} className="inset-y-0 left-0 w-72 max-w-[85vw] bg-sidebar">
      <LayerTitle className="sr-only">{title}</LayerTitle>
      {children}
    </Layer>
  );
}
