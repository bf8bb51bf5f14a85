export { startTestPlatform, type TestPlatform, type TestPlatformOptions } from './start-test-platform.ts';
