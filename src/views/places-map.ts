// The page of the map of all places: those it marks, and the list of all beside it.
import type { Archive, PlaceRecord } from '../archive/build.ts';
import { placesWithin } from '../archive/place-path.ts';
import { viewSpot, type Position, type SpotView } from './map-spots.ts';
import { buildPlaceGroups } from './place-groups.ts';

export interface MarkedPlaceView extends SpotView {
  id: string;
  /** The id of its group in the list. */
  anchor: string;
}

export interface ListedPlaceView {
  id: string;
  name: string;
  location?: Position;
}

export interface PlaceGroupView {
  /** The country or largest place; absent for places that lie in none and hold none. */
  head?: ListedPlaceView;
  /** The id to jump to. */
  anchor: string;
  /** How many places it has without its head. */
  total: number;
  /** Without the head, in the order of an A-Z list; empty where the list names the heads alone. */
  places: ListedPlaceView[];
}

export interface PlacesMapView {
  /** How many places there are. */
  total: number;
  /** Whether the list names every place. */
  isShort: boolean;
  /** What holds others before what it holds. */
  spots: MarkedPlaceView[];
  groups: PlaceGroupView[];
}

/** Beyond this many places the list names the countries, and the A-Z list has the rest. */
const mostListed = 150;

export function viewPlacesMap(archive: Archive): PlacesMapView {
  const { places } = archive;
  const isShort = places.length <= mostListed;
  const groups = buildPlaceGroups(archive);
  const anchors = new Map(
    groups.flatMap(({ head, anchor, places }) =>
      (head === undefined ? places : [head, ...places]).map((place) => [place, anchor] as const),
    ),
  );
  /** What holds others stands for them, where both are named as often. */
  const wholesFirst = places.toSorted(
    (a, b) => placesWithin(b.id, archive).length - placesWithin(a.id, archive).length,
  );
  return {
    total: places.length,
    isShort,
    spots: wholesFirst.flatMap((place): MarkedPlaceView[] => {
      const spot = viewSpot(place, archive);
      return spot === undefined ? [] : [{ ...spot, id: place.id, anchor: anchors.get(place) ?? '' }];
    }),
    groups: groups.map(({ head, anchor, places }) => ({
      ...(head && { head: viewListedPlace(head, isShort) }),
      anchor,
      total: places.length,
      places: isShort ? places.map((place) => viewListedPlace(place, true)) : [],
    })),
  };
}

const viewListedPlace = ({ id, name, location }: PlaceRecord, isLocated: boolean): ListedPlaceView => ({
  id,
  name,
  ...(isLocated && location && { location }),
});
