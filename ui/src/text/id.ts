/** Every text that officers read, by area. */

export * as text from './areas';
