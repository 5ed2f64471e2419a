ParisPact.Benchmarks.Lookups.Run();
