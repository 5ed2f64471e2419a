namespace ParisPact.Tests.Start;

/// <summary>A data folder that is gone after the test.</summary>
public abstract class DataFolder : IDisposable
{
    private protected string Data { get; } = Directory.CreateTempSubdirectory("parispact-data-").FullName;

    public void Dispose()
    {
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }
}
