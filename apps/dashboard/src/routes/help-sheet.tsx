import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';

/** Only keys that do something. Each row: what it does, and the keys with the word between them. */
const GROUPS = [
  {
    name: 'Everywhere',
    keys: [
      { does: 'Search calls', keys: ['/'] },
      { does: 'This sheet', keys: ['?'] },
      { does: 'Close one layer', keys: ['Esc'] },
    ],
  },
  {
    name: 'In the list of calls',
    keys: [
      { does: 'Move', keys: ['J', 'K'] },
      { does: 'Open', keys: ['Enter'] },
      { does: 'Show new calls', keys: ['N'] },
    ],
  },
  {
    name: 'In the queue of recordings',
    keys: [
      { does: 'Move', keys: ['J', 'K'] },
      { does: 'Open its call', keys: ['Enter'] },
      { does: 'Retry', keys: ['R'] },
    ],
  },
  {
    name: 'In a call',
    keys: [
      { does: 'Play or pause', keys: ['Space'] },
      { does: '10 seconds back, on', keys: ['←', '→'] },
      { does: 'Slower, faster', keys: ['<', '>'] },
    ],
  },
] as const;

interface HelpSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function HelpSheet({ isOpen, onClose }: HelpSheetProps) {
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose}>
      <div className="grid gap-x-10 gap-y-5 px-5 py-5 tablet:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className="pb-1 text-caption text-muted-foreground">{group.name}</h3>
            <dl>
              {group.keys.map(({ does, keys }) => (
                <div key={does} className="flex h-7.5 items-center border-b border-border last:border-0">
                  <dt className="flex-1">{does}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="border-t border-border bg-muted px-5 py-3 text-muted-foreground">Single keys rest while you type.</p>
    </Dialog>
  );
}
