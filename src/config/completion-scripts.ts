// Knows the scripts with which shells complete commands; each asks codegen itself for the words that may follow.

import bash from '../../templates/completions/bash.txt?raw'
import fish from '../../templates/completions/fish.txt?raw'
import zsh from '../../templates/completions/zsh.txt?raw'

/** The script of each shell. */
export const completionScripts: { readonly [shell in 'bash' | 'zsh' | 'fish']: string } = { bash, zsh, fish }
