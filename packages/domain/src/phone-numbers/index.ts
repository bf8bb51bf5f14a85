export { type Address, readAddress } from './read-address.ts';
