// Knows how a configuration file gets its types.

import type { Config } from './config.js'

/** The configuration as given; only there so that editors know its keys. */
export function defineConfig(config: Config): Config {
  return config
}
