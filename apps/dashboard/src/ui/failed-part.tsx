import { RotateCw } from 'lucide-react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';

interface FailedPartProps {
  /** "The calls could not be loaded". */
  readonly title: string;
  /** What still works, or what to do. */
  readonly advice: string;
  readonly onRetry: () => void;
  readonly className?: string;
}

/** In the place of the part that failed, and of that part alone. */
export function FailedPart({ title, advice, onRetry, className }: FailedPartProps) {
  return (
    <div role="alert" className={cn('mx-auto w-full max-w-104 px-5 py-12', className)}>
      <h2 className="text-read font-semibold">{title}</h2>
      <p className="pt-0.5 pb-4 text-read text-pretty text-muted-foreground">{advice}</p>
      <Button onClick={onRetry}>
        <RotateCw />
        Load again
      </Button>
    </div>
  );
}
