namespace ParisPact.Tests.Durable.Crashes;

public enum FaultMoment
{
    Before,

    During,

    After,
}
