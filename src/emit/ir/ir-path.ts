// Knows where the model lies in the output folder.

/** The path of the file with the model, below the output folder. */
export const irPath = 'ir.json'
