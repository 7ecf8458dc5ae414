/** What every sample begins with, until a workshop has made it its own. */
export const sampleFirstLine = 'Muster – vor Gebrauch prüfen und anpassen';
