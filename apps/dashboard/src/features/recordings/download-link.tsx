import { Download } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useRecordingLink } from './use-recording-link.ts';

interface DownloadLinkProps {
  readonly recordingId: string;
  /** `icon`: beside other tools, named for those who listen. */
  readonly look: 'outline' | 'icon';
}

/** Saves the sound as it is stored; its address lives for minutes and is renewed while the page is open. */
export function DownloadLink({ recordingId, look }: DownloadLinkProps) {
  const link = useRecordingLink(recordingId);
  if (!link.data) return null;
  return (
    <Button asChild look={look === 'icon' ? 'ghost' : 'outline'} size={look === 'icon' ? 'icon-small' : 'small'}>
      <a href={link.data.url} download title="Download the recording">
        <Download />
        <span className={look === 'icon' ? 'sr-only' : undefined}>Download</span>
      </a>
    </Button>
  );
}
