// The map of the front page: where the news of the archive is from.
import type { Archive } from '../archive/build.ts';
import { placesWithin } from '../archive/place-path.ts';
import { mostNamed } from '../archive/record-articles.ts';
import { viewSpot, type SpotView } from './map-spots.ts';

export interface FrontMapView {
  /** Those named most first; empty where there is nothing to show. */
  spots: SpotView[];
}

/** The places named most, without those that stand for all within them. */
export const viewFrontMap = (archive: Archive): FrontMapView => ({
  spots: mostNamed(archive, archive.places, 60).flatMap((place) =>
    place.collection !== 'places' || placesWithin(place.id, archive).length > 3
      ? []
      : (viewSpot(place, archive) ?? []),
  ),
});
