import { type ReactNode, useId } from 'react';

interface FormSectionProps {
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly children: ReactNode;
}

/** A part of a form page: what it is about left, fields right, a hairline above the next. */
export function FormSection({ title, about, children }: FormSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-6 gap-y-3 border-t border-border py-5 desk:grid-cols-[17.5rem_minmax(0,42rem)] max-desk:max-w-2xl"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        <p className="max-w-60 text-pretty text-muted-foreground max-desk:max-w-none">{about}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
