import chromium from '@sparticuz/chromium';

// A program of its own: where it unpacks to follows from TMPDIR, which nobody should change for a whole test process.
process.stdout.write(await chromium.executablePath());
